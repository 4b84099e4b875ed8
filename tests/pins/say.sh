#!/usr/bin/env bash
# What a state of the code says of a fixed corpus, as text to be compared with another state's:
#
#   python -m tests.pins.corpus CORPUS        # made once, by the older state
#   tests/pins/say.sh CORPUS OUT [GROUP …]    # in each state's own checkout; both languages
#   git diff --no-index OLD NEW               # what they say differently
#
# Groups: verdicts, desk, year, plans, help. PYTHON is the interpreter (python3).
set -uo pipefail
shopt -s nullglob
CODE=$(cd "$(dirname "$0")/../.." && pwd)
CORPUS=$(realpath "$1") ANSWERS=$(realpath -m "$2")
GROUPS_ASKED=("${@:3}")
[ $# -gt 2 ] || GROUPS_ASKED=(verdicts desk year plans help)
export PYTHONPATH=$CODE COLUMNS=150 TZ=UTC PYTHONDONTWRITEBYTECODE=1

rp() { "${PYTHON:-python3}" -c 'from department.cli import main; main()' "$@"; }

ask() { # Ask rp; what it prints is kept under the number of the question and its first words.
  local words="$*"
  words=${words//"$WORK/"/}
  asked=$((asked + 1))
  { rp "$@" --lang "$LANGUAGE" 2>&1; echo "exit $?"; } |
    sed -e "s|$WORK|WORK|g" -e "s|$CORPUS|CORPUS|g" \
      >"$SAID/$(printf '%03d' "$asked") $(cut -c -60 <<<"${words//\//-}").txt"
}

views() { # Everything that is made of the register in a folder.
  local at=(--register "$1/register")
  ask status "${at[@]}" --today 2025-02-01
  ask status "${at[@]}" --today 2018-03-01 --all
  ask status "${at[@]}" --today 2025-02-01 --all --json
  ask register list "${at[@]}"
  ask register list "${at[@]}" --json
  ask register export "${at[@]}" --out "$1/csv"
  ask register export "${at[@]}" --out "$1/register.json"
  ask reply "${at[@]}" --out "$1/letters" --all --today 2025-02-01
  for plan in socialstyrelsen-2020 statsforvaltningen-2017; do
    ask annual-report "$plan" "${at[@]}" --out "$1/annual" --today 2025-02-01
  done
}

verdicts() {
  ask validate cases/*
  for folder in cases hostile between/*; do ask validate "$folder"/* --json; done
  for folder in random/*; do ask validate "$folder"/* --json --plans own; done
  for book in plans/*; do ask plan check "$book"; done
}

desk() {
  for inbox in examples/indbakke cases hostile; do
    ask batch "$inbox" --out "$WORK/${inbox##*/}" --today 2025-02-01
  done
  ask batch examples/indbakke --out "$WORK/json" --no-register --today 2025-02-01 --json
  views "$WORK/indbakke"
}

year() {
  for inbox in examples/året/*; do ask batch "$inbox" --out "$WORK/year" --today 2025-02-01; done
  views "$WORK/year"
  ask calendar --today 2024-02-01
}

plans() {
  local plan file
  cp -r own "$WORK/own"
  local known=(--plans "$WORK/own")
  ask plans "${known[@]}"
  ask plans --json "${known[@]}"
  ask template --out "$WORK/templates" "${known[@]}"
  ask plan new --out "$WORK/new.xlsx"
  for file in "$CODE"/resultatplan/plans/*.toml own/*.toml; do
    plan=$(basename "$file" .toml)
    ask plan export "$plan" --out "$WORK/$plan.xlsx" "${known[@]}"
    ask plan check "$WORK/$plan.xlsx" "${known[@]}"
    ask plan rollover "$plan" --year $((${plan##*-} + 1)) --out "$WORK/next-$plan.xlsx" "${known[@]}"
    ask plan check "$WORK/next-$plan.xlsx" "${known[@]}"
    ask plan diff socialstyrelsen-2020 "$plan" "${known[@]}"
  done
  mkdir "$WORK/filled"
  for file in values/*; do
    plan=$(basename "${file%-*}")
    ask fill "$WORK/templates/$plan.xlsx" "$file" --out "$WORK/filled/$(basename "$file" .json).xlsx"
  done
  for file in examples/indbakke/Socialstyrelsen_2020*; do
    ask template socialstyrelsen-2020 --out "$WORK/prefilled" --prefill "$file"
    ask rehearse socialstyrelsen-2020 "$file"
  done
}

help() {
  local command name
  ask --help
  for command in "" plan register addin; do
    rp $command --help --lang en | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p' >"$WORK/commands"
    while read -r name; do ask $command "$name" --help; done <"$WORK/commands"
  done
  ask explain --markdown
  ask explain RP-506
  ask limits
  for command in nosuch batch "batch nowhere --out x" "status --today x" validate "explain RP-999" \
    "template nosuch --out x"; do ask $command; done
}

cd "$CORPUS" || exit
for LANGUAGE in da en; do
  for group in "${GROUPS_ASKED[@]}"; do
    SAID=$ANSWERS/$LANGUAGE/$group WORK=$(mktemp -d) asked=0
    mkdir -p "$SAID"
    export HOME=$WORK
    "$group"
    "${PYTHON:-python3}" -m tests.pins.text "$WORK" "$SAID/written"
    rm -rf "$WORK"
  done
done
