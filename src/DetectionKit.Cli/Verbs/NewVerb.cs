using System.CommandLine;
using DetectionKit.Cli.Scaffolding;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk new NAME</c></summary>
internal sealed class NewVerb : Verb
{
    private readonly Argument<string> _name = new("name") { Description = "The detection's name in words: \"SSH on a DNS port\".", HelpName = "NAME" };
    private readonly Option<string> _domain = new("--domain") { Description = "The folder under detections/.", DefaultValueFactory = _ => "network", HelpName = "DOMAIN" };
    private readonly Option<string> _technique = new("--technique") { Description = "The ATT&CK technique.", DefaultValueFactory = _ => "T1571", HelpName = "ID" };
    private readonly Option<string?> _into = new("--into") { Description = "The repository's folder (default: the one around the current folder).", HelpName = "DIR" };

    public NewVerb()
        : base(
            "new",
            "Begin a detection: a rule that checks clean, and the folder of the dataset that is to prove it. Nothing that exists is overwritten.",
            "dk new \"SSH on a DNS port\" --technique T1571",
            "dk check detections/network/ssh_on_a_dns_port.yml",
            "bash datasets/T1571/ssh_on_a_dns_port/make.sh              # once it says how to make the capture",
            "dk test --accept                                           # look at the snapshot, then commit it")
    {
        Add(_name);
        Add(_domain);
        Add(_technique);
        Add(_into);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var scaffold = Scaffold.TryPlan(
            parsed.GetRequiredValue(_name), parsed.GetRequiredValue(_domain), parsed.GetRequiredValue(_technique), out var problem);
        if (scaffold is null)
        {
            terminal.Fail(problem!);
            return ExitCode.CouldNotRun;
        }

        var root = parsed.GetValue(_into) ?? RepositoryRoot.Around(Directory.GetCurrentDirectory()) ?? Directory.GetCurrentDirectory();
        var there = scaffold.Files.FirstOrDefault(file => File.Exists(Path.Combine(root, file.Path)));
        if (there is not null)
        {
            terminal.Fail($"{there.Path} exists already; nothing was written");
            return ExitCode.CouldNotRun;
        }

        foreach (var file in scaffold.Files)
        {
            var path = Path.Combine(root, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Content);
            if (file.Executable && !OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, (UnixFileMode)0b111_101_101);
            terminal.Text.WriteLine(file.Path);
        }

        terminal.Remark("Next: write the search, let make.sh capture what it is to find, and run `dk test --accept`.");
        return ExitCode.Fine;
    }
}
