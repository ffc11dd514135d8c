using System.CommandLine;
using DetectionKit.Cli.Help;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk completion SHELL</c></summary>
internal sealed class CompletionVerb : Verb
{
    private readonly Argument<string> _shell = new("shell") { Description = "The shell: bash, zsh or fish." };

    public CompletionVerb()
        : base(
            "completion",
            "Print a script that teaches a shell dk's verbs and options. The script asks dk itself, so it need not be renewed.",
            "source <(dk completion bash)                                  # in ~/.bashrc",
            "source <(dk completion zsh)                                   # in ~/.zshrc, after compinit",
            "dk completion fish > ~/.config/fish/completions/dk.fish")
    {
        Add(_shell.AcceptOnlyFromAmong("bash", "zsh", "fish"));
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        terminal.Text.Write(parsed.GetRequiredValue(_shell) switch
        {
            "zsh" => CompletionScripts.Zsh,
            "fish" => CompletionScripts.Fish,
            _ => CompletionScripts.Bash,
        });
        return ExitCode.Fine;
    }
}
