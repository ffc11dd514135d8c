using System.CommandLine;
using System.Security.Cryptography;
using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;
using DetectionKit.Cli.Inputs;
using DetectionKit.Cli.Packing;
using DetectionKit.Cli.Terminals;
using DetectionKit.Workspace;

namespace DetectionKit.Cli.Verbs;

/// <summary><c>dk pack [PATH...] -o FILE</c></summary>
internal sealed class PackVerb : Verb
{
    private readonly Argument<string[]> _paths = new("path") { Description = "Rules, or folders of rules (default: detections/).", Arity = ArgumentArity.ZeroOrMore, HelpName = "PATH" };
    private readonly Option<string> _output = new("--output", "-o") { Description = "The bundle to write (.nupkg).", Required = true, HelpName = "FILE" };
    private readonly Option<string?> _content = CommonOptions.Content();
    private readonly Option<string?> _sign = new("--sign") { Description = "Sign with this private key (PEM, ECDSA on P-256).", HelpName = "KEY" };
    private readonly Option<string> _id = new("--id") { Description = "The package's id.", DefaultValueFactory = _ => "DetectionKit.Detections", HelpName = "ID" };
    private readonly Option<string?> _version = new("--version") { Description = "The package's version (default: names the content).", HelpName = "VERSION" };
    private readonly Option<long> _serial = new("--serial") { CustomParser = CommonOptions.Number<long>, Description = "Counts releases; a sensor refuses to go back.", HelpName = "NUMBER" };

    public PackVerb()
        : base(
            "pack",
            "Compile rules into a bundle: a NuGet package with the assembly, its lookups and a manifest. The same rules give the same bytes, but for signature and provenance.",
            "dk pack -o detections.nupkg",
            "openssl ecparam -name prime256v1 -genkey -noout | openssl pkcs8 -topk8 -nocrypt -out release.key",
            "openssl pkey -in release.key -pubout -out release.pub",
            "dk pack -o detections.nupkg --sign release.key --version 1.4.0 --serial 14")
    {
        Add(_paths);
        Add(_output);
        Add(_content);
        Add(_sign);
        Add(_id);
        Add(_version);
        Add(_serial);
    }

    /// <inheritdoc/>
    protected override int Run(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var paths = parsed.GetValue(_paths) ?? [];
        var (id, version, output) = (parsed.GetRequiredValue(_id), parsed.GetValue(_version), parsed.GetRequiredValue(_output));
        if (Refusal(id, version, parsed.GetValue(_serial), output) is { } refusal)
        {
            terminal.Fail(refusal);
            return ExitCode.CouldNotRun;
        }

        ECDsa? key = null;
        if (parsed.GetValue(_sign) is { } keyFile && (key = Key(keyFile, terminal)) is null)
            return ExitCode.CouldNotRun;
        using var signing = key;
        if (Rules.CheckFromRoot(paths, parsed.GetValue(_content), terminal) is not { } check)
            return ExitCode.CouldNotRun;
        if (!check.Ok)
        {
            Rules.ShowErrors(check, terminal);
            terminal.Fail("nothing was packed: the rules have errors");
            return ExitCode.Findings;
        }

        if (LookupWriters.Of(check) is [var writer, ..])
        {
            terminal.Fail($"nothing was packed: \"{writer}\" writes a lookup (outputlookup), which only a batch can");
            return ExitCode.Findings;
        }

        cancellation.ThrowIfCancellationRequested();
        var content = BundleContents.Of(check, id, version, parsed.GetValue(_serial), GitProvenance.Around(RepositoryRoot.For(paths)));
        using var package = new MemoryStream();
        var manifest = BundleWriter.Write(content, package, key);
        WholeFile.Write(output, package.ToArray());
        terminal.Remark($"{output}: {manifest.Id} {manifest.Version}, {manifest.Detections.Length} detections, {package.Length} bytes, {(key is null ? "not signed" : $"signed by {BundleKeys.Fingerprint(key)}")}");
        return ExitCode.Fine;
    }

    private static string? Refusal(string id, string? version, long serial, string output)
    {
        if (!BundleWriter.IsId(id))
            return $"\"{id}\" is no package id: letters, digits, dots, hyphens, underscores";
        if (version is not null && !BundleWriter.IsVersion(version))
            return $"\"{version}\" is no version: 1.2.3 or 1.2.3-rc.1";
        if (serial < 0)
            return "a serial counts releases: 0 or more";
        return Directory.Exists(output) ? $"{output}: is a folder; name the file to write" : null;
    }

    private static ECDsa? Key(string file, Terminal terminal)
    {
        if (InputFiles.Existing([file], terminal).Count == 0)
            return null;
        var key = BundleKeys.ReadPrivate(File.ReadAllText(file), out var problem);
        if (key is null)
            terminal.Fail($"{file}: {problem}");
        return key;
    }
}
