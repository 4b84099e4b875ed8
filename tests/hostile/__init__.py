"""Whatever may arrive: hostile variants of a good report, and the verdict each must get."""
