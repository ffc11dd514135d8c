namespace DetectionKit.Engine.Text;

/// <summary>Finds which of many texts occur in another, without case, in one pass over it however many they are (Aho and Corasick, 1975).</summary>
/// <typeparam name="T">What an occurrence stands for.</typeparam>
internal sealed class PartAutomaton<T>
{
    private const int Ascii = 128;

    // For each state and class of characters the next state; class 0 is of what is in no part and leads to the start.
    private readonly int[] _next;
    private readonly byte[] _classes = new byte[Ascii];
    private readonly int _width;
    private readonly T[][] _found;

    /// <summary>An automaton for parts.</summary>
    /// <param name="parts">Texts of ASCII, none empty, with what each stands for.</param>
    public PartAutomaton(IEnumerable<(string Text, T Meaning)> parts)
    {
        var all = parts.ToList();
        _width = 1;
        foreach (var character in all.SelectMany(part => part.Text).Select(char.ToUpperInvariant).Distinct())
        {
            var known = (byte)_width++;
            _classes[character] = known;
            _classes[char.ToLowerInvariant(character)] = known;
        }

        var next = new List<int>(new int[_width]);
        var found = new List<HashSet<T>> { new() };
        foreach (var (text, meaning) in all)
            found[Path(text, next, found)].Add(meaning);
        _next = [.. next];
        Link(found);
        _found = [.. found.Select(meanings => meanings.ToArray())];
    }

    /// <summary>Where reading begins.</summary>
    public static int Start => 0;

    /// <summary>What has just ended there.</summary>
    /// <param name="state">A state.</param>
    public ReadOnlySpan<T> At(int state) => _found[state];

    /// <summary>Goes on to the next place at which a part ends; false: there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where to go on; after the call, behind the part.</param>
    /// <param name="state">The state there.</param>
    public bool Next(ReadOnlySpan<char> text, ref int at, ref int state)
    {
        while (at < text.Length)
        {
            state = _next[(state * _width) + ClassOf(text[at++])];
            if (_found[state].Length > 0)
                return true;
        }

        return false;
    }

    // What a comparison without case takes for an ASCII letter, under any of the runtime's settings, is one.
    private int ClassOf(char character) => character < Ascii ? _classes[character] : character switch
    {
        '\u0131' => _classes['I'],
        '\u017F' => _classes['S'],
        '\u212A' => _classes['K'],
        _ => 0,
    };

    private int Path(string text, List<int> next, List<HashSet<T>> found)
    {
        var state = Start;
        foreach (var character in text)
        {
            var place = (state * _width) + _classes[character];
            if (next[place] == Start)
            {
                next[place] = found.Count;
                next.AddRange(new int[_width]);
                found.Add([]);
            }

            state = next[place];
        }

        return state;
    }

    // Breadth first: where a state's path does not go on, it goes on as its longest proper suffix that is a path too does.
    private void Link(List<HashSet<T>> found)
    {
        var suffix = new int[found.Count];
        var queue = new Queue<int>();
        queue.Enqueue(Start);
        while (queue.TryDequeue(out var state))
        {
            for (var c = 1; c < _width; c++)
            {
                ref var to = ref _next[(state * _width) + c];
                var other = state == Start ? Start : _next[(suffix[state] * _width) + c];
                if (to == Start)
                {
                    to = other;
                    continue;
                }

                suffix[to] = other;
                found[to].UnionWith(found[other]);
                queue.Enqueue(to);
            }
        }
    }
}
