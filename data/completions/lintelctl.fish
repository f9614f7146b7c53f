# SPDX-License-Identifier: GPL-3.0-or-later
# Completion for lintelctl in fish. Commands, options and rules are asked of the program itself.

function __lintelctl_commands
    lintelctl --help 2>/dev/null | string replace -rf '^  ([a-z]+) +(.*)$' '$1\t$2'
end

function __lintelctl_options
    set -l words (commandline -opc)
    lintelctl $words[2] --help 2>/dev/null | string replace -rf '^  (?:-., )?(--[a-z-]+)\S* +(.*)$' '$1\t$2'
end

function __lintelctl_rules
    lintelctl rules 2>/dev/null | string replace -rf '^(\S+) .*  (.*)$' '$1\t$2'
end

function __lintelctl_in
    contains -- (commandline -opc)[2] $argv
end

complete -c lintelctl -n __fish_use_subcommand -f -a '(__lintelctl_commands)'
complete -c lintelctl -n __fish_use_subcommand -l help
complete -c lintelctl -n __fish_use_subcommand -l version
complete -c lintelctl -n 'not __fish_use_subcommand; and string match -q -- "-*" (commandline -ct)' -a '(__lintelctl_options)'
complete -c lintelctl -n '__lintelctl_in explain' -f -a '(__lintelctl_rules)'
complete -c lintelctl -n '__lintelctl_in schema' -f -a 'project catalogue'
complete -c lintelctl -n '__lintelctl_in fix' -l rule -x -a '(__lintelctl_rules)'
complete -c lintelctl -n '__lintelctl_in check' -l severity -x -a '(__lintelctl_rules)'
complete -c lintelctl -n '__lintelctl_in check' -l format -x -a 'text brief json sarif junit csv html'
complete -c lintelctl -n '__lintelctl_in check' -l fail-on -x -a 'error warning note never'
complete -c lintelctl -n '__lintelctl_in diff' -l format -x -a 'text json'
complete -c lintelctl -n '__lintelctl_in new catalogue' -l model -x -a 'sl1100 sl2100'
complete -c lintelctl -n '__lintelctl_in new' -l template -x -a 'factory hardened'
complete -c lintelctl -n '__lintelctl_in allow' -l way -x -a 'exact shorter permit-table'
