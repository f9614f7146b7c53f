# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for lintelctl in bash. Commands, options and rules are asked of the program itself.

_lintelctl () {
  local cur prev words command
  cur=${COMP_WORDS[COMP_CWORD]}
  prev=${COMP_WORDS[COMP_CWORD-1]}
  # “=” splits words: --format=json comes as three.
  if [[ $cur == '=' ]]; then cur=; elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi
  command=${COMP_WORDS[1]}

  if ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W "$(_lintelctl_commands) --help --version" -- "$cur")
    return
  fi
  if [[ $cur == -* ]]; then prev=option; fi
  case $command:$prev in
    *:option) words=$(_lintelctl_options "$command") ;;
    explain:explain | fix:--rule | check:--severity) words=$(_lintelctl_rules) ;;
    check:--format) words='text brief json sarif junit csv html' ;;
    diff:--format) words='text json' ;;
    check:--fail-on) words='error warning note never' ;;
    *:--model) words='sl1100 sl2100' ;;
    new:--template) words='factory hardened' ;;
    allow:--way) words='exact shorter permit-table' ;;
    schema:schema) words='project catalogue' ;;
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$cur")
  # Otherwise files; the shell adds them (-o default).
}

_lintelctl_commands () {
  LC_ALL=C.UTF-8 LANGUAGE='' lintelctl --help 2> /dev/null | sed -n 's/^  \([a-z]\+\) .*/\1/p'
}

_lintelctl_options () {
  LC_ALL=C.UTF-8 LANGUAGE='' lintelctl "$1" --help 2> /dev/null |
    sed -n 's/^  \(-., \)\?\(--[a-z-]\+\).*/\2/p'
}

_lintelctl_rules () {
  lintelctl rules 2> /dev/null | sed 's/ .*//'
}

complete -o default -F _lintelctl lintelctl
