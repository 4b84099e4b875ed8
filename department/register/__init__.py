"""The register: every received file, unchanged, with what was judged of it. Nothing is deleted."""
