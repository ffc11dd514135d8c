using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using DetectionKit.Traffic.Protocols.Framework;

namespace DetectionKit.Traffic.Protocols.Parsing;

/// <summary>
/// A command word of a line protocol and what a line with it is worth: <see cref="Bits"/> where only this protocol says it, less where others do.
/// </summary>
/// <param name="word">The word in capitals; a line begins with it, whatever its case, then comes a blank, the line's end, or what the word ends with.</param>
/// <param name="bits">Bits of evidence.</param>
/// <param name="takes">What stands behind the word: a line without it, or with it, is not this command's.</param>
internal sealed class CommandWord(string word, int bits, Argument takes = Argument.Perhaps)
{
    /// <summary>The word.</summary>
    public string Word => word;

    /// <summary>What a line with it is worth.</summary>
    public int Bits => bits;

    private readonly byte[] _bytes = System.Text.Encoding.ASCII.GetBytes(word);

    /// <summary>Whether a line that begins with this byte may begin with the word: most words are turned away here.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MayBeginWith(byte first) => ((first ^ _bytes[0]) & ~0x20) == 0;

    /// <summary>Whether a line begins with the word.</summary>
    public bool Leads(ReadOnlySpan<byte> line) =>
        Ascii.Starts(line, _bytes) && (line.Length == _bytes.Length || line[_bytes.Length] is (byte)' ' or (byte)'\t' || !char.IsAsciiLetter((char)_bytes[^1]))
        && Fits(line[_bytes.Length..].Trim(" \t"u8));

    private bool Fits(ReadOnlySpan<byte> argument) => takes switch
    {
        Argument.None => argument.IsEmpty,
        Argument.PerhapsOneWord => argument.IndexOfAny((byte)' ', (byte)'\t') < 0,
        Argument.OneWord => !argument.IsEmpty && argument.IndexOfAny((byte)' ', (byte)'\t') < 0,
        Argument.Numbers => !argument.IsEmpty && AreNumbers(argument),
        Argument.PerhapsNumbers => AreNumbers(argument),
        Argument.Perhaps => true,
    };

    private static bool AreNumbers(ReadOnlySpan<byte> argument)
    {
        foreach (var c in argument)
        {
            if (!Ascii.IsDigit(c) && c is not ((byte)',' or (byte)' '))
                return false;
        }

        return true;
    }

    /// <summary>Whether a line without its end may yet begin with the word.</summary>
    public bool MayLead(ReadOnlySpan<byte> line) => line.Length <= _bytes.Length ? Ascii.MayStart(line, _bytes) : Ascii.Starts(line, _bytes);
}

/// <summary>What stands behind a command word.</summary>
internal enum Argument
{
    /// <summary>Something or nothing.</summary>
    Perhaps,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>One word.</summary>
    OneWord,

    /// <summary>One word or nothing.</summary>
    PerhapsOneWord,

    /// <summary>Numbers with commas or blanks between them.</summary>
    Numbers,

    /// <summary>Such numbers or nothing.</summary>
    PerhapsNumbers,
}

/// <summary>The command words of one line protocol.</summary>
internal sealed class CommandWords(params CommandWord[] words)
{
    private const int MostLines = 64;

    /// <summary>What a word is worth that no other protocol and no prose begins with.</summary>
    private const int Unmistakable = 30;

    /// <summary>What a line with one of them can begin with.</summary>
    public ImmutableArray<Prefix> Prefixes { get; } = PrefixesOf(words);

    /// <summary>What a line is worth; negative where it begins with none of the words.</summary>
    public int Worth(ReadOnlySpan<byte> line) => Find(line) is >= 0 and var found ? words[found].Bits : -1;

    /// <summary>Whether a line without its end may yet begin with one of the words.</summary>
    public bool MayLead(ReadOnlySpan<byte> line)
    {
        line = line.TrimEnd((byte)'\r');
        foreach (var word in words)
        {
            if (word.MayLead(line))
                return true;
        }

        return false;
    }

    private static ImmutableArray<Prefix> PrefixesOf(CommandWord[] words)
    {
        var prefixes = ImmutableArray.CreateBuilder<Prefix>(words.Length);
        foreach (var word in words)
            prefixes.Add(Ascii.AnyCase(word.Word));
        return prefixes.MoveToImmutable();
    }

    private int Find(ReadOnlySpan<byte> line)
    {
        for (var i = 0; i < words.Length && !line.IsEmpty; i++)
        {
            if (words[i].MayBeginWith(line[0]) && words[i].Leads(line))
                return i;
        }

        return -1;
    }

    /// <summary>Judges lines that a client said, up to the first that is no command (what follows may be data).</summary>
    /// <param name="bytes">What it said.</param>
    /// <param name="complete">Whether nothing more will come.</param>
    /// <param name="rule">The rule's name.</param>
    /// <param name="mayCarryText">Whether text of another kind may follow a command; else a line of text that is none speaks against all of them.</param>
    public Claim Judge(ReadOnlySpan<byte> bytes, bool complete, string rule, bool mayCarryText = true)
    {
        var lines = new LineReader(bytes);
        int bits = 0, count = 0;
        (ulong Low, ulong High) seen = default;
        while (bits < 64 && count < MostLines && lines.Next(out var line))
        {
            var isText = Ascii.IsPrintable(line);
            var found = isText ? Find(line) : -1;
            if (found < 0)
            {
                if (count == 0 || (isText && !mayCarryText && bits < Evidence.Decisive))
                    return Claim.No;
                break;
            }

            // What follows a first command says less, and a word said again says nothing.
            var worth = words[found].Bits;
            ref var word = ref found < 64 ? ref seen.Low : ref seen.High;
            var bit = 1UL << (found & 63);
            bits += count == 0 ? worth : (word & bit) == 0 ? worth / 2 : 0;
            word |= bit;
            count++;
        }

        // One line that others could say too is no proof by itself.
        if (count == 1 && bits < Unmistakable)
            bits = Math.Min(bits, Evidence.Sufficient - 2);

        if (bits >= Evidence.Sufficient)
            return Claim.Yes(bits, Role.Client, rule);
        if (complete)
            return bits > 0 ? Claim.Yes(bits, Role.Client, rule) : Claim.No;
        if (count == 0 && (!MayLead(lines.Rest) || lines.Rest.Length > 1024))
            return Claim.No;
        return bits > 0 ? Claim.Yes(bits, Role.Client, rule) : Claim.More;
    }
}
