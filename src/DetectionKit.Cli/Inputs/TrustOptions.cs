using System.Collections.Immutable;
using System.CommandLine;
using System.Security.Cryptography;
using DetectionKit.Bundles;
using DetectionKit.Bundles.Signing;
using DetectionKit.Cli.Terminals;

namespace DetectionKit.Cli.Inputs;

/// <summary>The options of whatever loads a bundle, and the reading of bundles under them.</summary>
internal sealed class TrustOptions
{
    private readonly Option<string[]> _trust = new("--trust") { Description = "A public key (PEM) whose bundles are taken; may be given again.", HelpName = "KEY" };
    private readonly Option<bool> _allowUnsigned = new("--allow-unsigned") { Description = "Take a bundle that no trusted key signed." };

    /// <summary>Adds the options to a verb.</summary>
    /// <param name="verb">The verb.</param>
    public void AddTo(Command verb)
    {
        verb.Add(_trust);
        verb.Add(_allowUnsigned);
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
        var trust = new BundleTrust(keys, parsed.GetValue(_allowUnsigned));
        BundleResult result;
        using (var stream = File.OpenRead(file))
            result = BundleReader.Read(stream, trust);
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

    private ImmutableArray<ECDsa>? Keys(ParseResult parsed, Terminal terminal)
    {
        var keys = ImmutableArray.CreateBuilder<ECDsa>();
        foreach (var path in parsed.GetValue(_trust) ?? [])
        {
            if (InputFiles.Existing([path], terminal).Count == 0)
                return null;
            if (BundleKeys.ReadPublic(File.ReadAllText(path), out var problem) is not { } key)
            {
                terminal.Fail($"{path}: {problem}");
                return null;
            }

            keys.Add(key);
        }

        return keys.ToImmutable();
    }
}
