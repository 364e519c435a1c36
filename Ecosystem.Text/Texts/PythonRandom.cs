namespace TorchSharp;

/// <summary>The numbers of Python's <c>random</c>: the Mersenne Twister MT19937 of Matsumoto and Nishimura, seeded by an array of words.</summary>
internal sealed class PythonRandom
{
    private const int Words = 624;
    private const int Shift = 397;

    private readonly uint[] _words = new uint[Words];
    private int _next = Words;

    /// <summary>Starts as <c>random.seed(seed)</c> does; the sign plays no part there.</summary>
    public PythonRandom(long seed)
    {
        var size = (ulong)Int128.Abs(seed);
        uint[] key = size > uint.MaxValue ? [(uint)size, (uint)(size >> 32)] : [(uint)size];
        _words[0] = 19650218;
        for (var i = 1; i < Words; i++)
        {
            _words[i] = (1812433253 * Mixed(i - 1)) + (uint)i;
        }

        var place = 1;
        for (var i = 0; i < Words; i++)
        {
            var part = i % key.Length;
            _words[place] = (_words[place] ^ (Mixed(place - 1) * 1664525)) + key[part] + (uint)part;
            place = After(place);
        }
        for (var i = 1; i < Words; i++)
        {
            _words[place] = (_words[place] ^ (Mixed(place - 1) * 1566083941)) - (uint)place;
            place = After(place);
        }
        _words[0] = 0x80000000;
    }

    /// <summary>The words and the position of the next one, as a copy.</summary>
    public uint[] State
    {
        get => [.. _words, (uint)_next];
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.Length != Words + 1 || value[Words] > Words)
            {
                throw new ArgumentException(
                    $"A state is {Words} words and a position of at most {Words}; this one has {value.Length} numbers"
                    + (value.Length == Words + 1 ? $" and the position {value[Words]}." : "."),
                    nameof(value));
            }
            Array.Copy(value, _words, Words);
            _next = (int)value[Words];
        }
    }

    /// <summary>A number in [0, <paramref name="limit"/>): as many bits as the limit has are drawn until they are below it.</summary>
    public int Below(int limit)
    {
        var bits = 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)limit);
        uint drawn;
        do
        {
            drawn = Next() >> (32 - bits);
        }
        while (drawn >= limit);
        return (int)drawn;
    }

    private uint Next()
    {
        if (_next == Words)
        {
            Renew();
        }
        var word = _words[_next++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
    }

    private void Renew()
    {
        for (var i = 0; i < Words; i++)
        {
            var joined = (_words[i] & 0x80000000) | (_words[(i + 1) % Words] & 0x7FFFFFFF);
            _words[i] = _words[(i + Shift) % Words] ^ (joined >> 1) ^ ((joined & 1) * 0x9908B0DF);
        }
        _next = 0;
    }

    private uint Mixed(int place) => _words[place] ^ (_words[place] >> 30);

    // The place behind, past which the last word stands in for the first.
    private int After(int place)
    {
        if (place + 1 < Words)
        {
            return place + 1;
        }
        _words[0] = _words[Words - 1];
        return 1;
    }
}
