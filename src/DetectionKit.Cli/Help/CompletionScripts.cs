namespace DetectionKit.Cli.Help;

/// <summary>What <c>dk completion</c> prints. Each asks <c>dk [suggest:POSITION] LINE</c> for words, and falls back to file names.</summary>
internal static class CompletionScripts
{
    /// <summary>For bash 4 and later.</summary>
    public const string Bash =
        """
        _dk_complete() {
          local words cur=${COMP_WORDS[COMP_CWORD]}
          words=$("${COMP_WORDS[0]}" "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)
          COMPREPLY=($(compgen -W "$words" -- "$cur"))
        }
        complete -o default -F _dk_complete dk ./dk

        """;

    /// <summary>For zsh, after compinit.</summary>
    public const string Zsh =
        """
        _dk() {
          local -a found
          found=("${(@f)$(${words[1]} "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          [[ -n ${found[1]} ]] && compadd -- $found
          _files
        }
        compdef _dk dk ./dk

        """;

    /// <summary>For fish.</summary>
    public const string Fish =
        """
        function __dk_complete
          set -l line (commandline -cp)
          dk "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c dk -a '(__dk_complete)'

        """;
}
