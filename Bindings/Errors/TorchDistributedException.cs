namespace TorchSharp;

/// <summary>Something between processes failed: meeting them, a collective operation, or one of them (Python's torch.distributed.DistError).</summary>
public sealed class TorchDistributedException : TorchException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which rank, what it did, and libtorch's own message.</param>
    /// <param name="nativeStackTrace">libtorch's C++ backtrace, empty where it gave none.</param>
    /// <param name="rank">The rank that reports; null before it has one.</param>
    /// <param name="lostRanks">The ranks known to have ended.</param>
    public TorchDistributedException(string message, string nativeStackTrace = "", int? rank = null, IReadOnlyList<int>? lostRanks = null)
        : base(message, nativeStackTrace)
    {
        Rank = rank;
        LostRanks = lostRanks ?? [];
    }

    /// <summary>The rank that reports; null before it has one.</summary>
    public int? Rank { get; }

    /// <summary>The ranks whose processes are known to have ended; empty where none is, or where they run on other machines.</summary>
    public IReadOnlyList<int> LostRanks { get; }
}
