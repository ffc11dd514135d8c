using System.Collections.Immutable;
using System.CommandLine;
using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;
using DetectionKit.Cli.Terminals;
using DetectionKit.Workspace;

namespace DetectionKit.Cli.Inputs;

/// <summary>The options of whatever loads a bundle, and the reading of bundles under them.</summary>
internal sealed class TrustOptions
{
    private readonly Option<string[]> _trust = new("--trust") { Description = "A file of public keys (PEM) whose bundles are taken; a key may follow lines with Not-Before: and Not-After:. May be given again.", HelpName = "KEY" };
    private readonly Option<bool> _allowUnsigned = new("--allow-unsigned") { Description = "Take a bundle that no trusted key signed." };

    private readonly Option<string?> _accepted = new("--accepted") { Description = "A file that keeps the serials of accepted bundles: an older one is refused.", HelpName = "FILE" };

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb.</param>
    public void AddTo(Command verb)
    {
        verb.Add(_trust);
        verb.Add(_allowUnsigned);
        verb.Add(_accepted);
    }

    /// <summary>Reads a bundle; says what is wrong with it.</summary>
    /// <param name="file">The bundle's file.</param>
    /// <param name="parsed">The arguments.</param>
    /// <param name="terminal">Where problems are said.</param>
    /// <param name="code">What the process should say where there is no bundle: findings where it is bad, could not run where it cannot be read.</param>
    public Bundle? Read(string file, ParseResult parsed, Terminal terminal, out int code)
    {
        code = ExitCode.CouldNotRun;
        if (InputFiles.Existing([file], terminal).Count == 0 || Keys(parsed, terminal) is not { } keys)
            return null;
        var trust = new BundleTrust(keys, parsed.GetValue(_allowUnsigned), TimeProvider.System.GetUtcNow());
        BundleResult result;
        using (var stream = File.OpenRead(file))
            result = BundleReader.Read(stream, trust);
        if (result.Bundle is { } read && parsed.GetValue(_accepted) is { } accepted)
        {
            if (AcceptedFile.Read(accepted, terminal) is not { } serials)
                return null;
            if (serials.Judge(read.Manifest) is { } older)
                result = new(null, [older]);
        }

        foreach (var problem in result.Problems)
        {
            terminal.Fail($"{file}: {problem.Message}");
            if (problem.Kind == BundleProblemKind.Untrusted)
                terminal.Remark("Name the public key of who signed it with --trust KEY, or say --allow-unsigned.");
            if (problem.Kind != BundleProblemKind.Unreadable)
                code = ExitCode.Findings;
        }

        return result.Bundle;
    }

    /// <summary>Keeps a bundle's serial, where a file for that is named: the bundle was loaded.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="parsed">The arguments.</param>
    /// <param name="terminal">Where problems are said.</param>
    public void Accept(Bundle bundle, ParseResult parsed, Terminal terminal)
    {
        if (parsed.GetValue(_accepted) is { } accepted && AcceptedFile.Read(accepted, terminal) is { } serials)
            WholeFile.Write(accepted, serials.With(bundle.Manifest).ToJson());
    }

    private ImmutableArray<TrustedKey>? Keys(ParseResult parsed, Terminal terminal)
    {
        var keys = ImmutableArray.CreateBuilder<TrustedKey>();
        foreach (var path in parsed.GetValue(_trust) ?? [])
        {
            if (InputFiles.Existing([path], terminal).Count == 0)
                return null;
            var read = TrustFile.Read(File.ReadAllText(path), out var problem);
            if (problem is not null)
            {
                terminal.Fail($"{path}: {problem}");
                return null;
            }

            keys.AddRange(read);
        }

        return keys.ToImmutable();
    }
}
