namespace TorchSharp;

/// <summary>A disposed tensor's native reference, and for how many threads' calls it waits.</summary>
/// <param name="handle">The reference that it owns.</param>
internal sealed class RetiredTensor(nint handle)
{
    /// <summary>The reference that it owns.</summary>
    internal nint Handle => handle;

    /// <summary>Threads inside a call that may use it. One more while they are being counted.</summary>
    internal int Waiting { get; set; } = 1;
}
