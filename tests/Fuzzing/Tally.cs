namespace Fuzzing;

/// <summary>What became of the calls.</summary>
internal sealed class Tally
{
    /// <summary>Calls that came to an end.</summary>
    public int Calls { get; set; }

    /// <summary>Calls that ended the process, or never ended.</summary>
    public int Fatal { get; set; }

    /// <summary>How often each end was seen: "returned", or an exception's type.</summary>
    public SortedDictionary<string, int> Outcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>What must not be, one line each.</summary>
    public List<string> Findings { get; } = [];
}
