using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A sound being read front to back, frame by frame, its channels interleaved.</summary>
internal abstract unsafe class SoundReader : IDisposable
{
    /// <summary>The number of frames of a file that does not say it: a stream's, which had to be begun before its end was known.</summary>
    internal const long UnknownFrames = long.MaxValue;

    /// <summary>What the file says that it holds; its frames may be <see cref="UnknownFrames"/>.</summary>
    internal abstract torchaudio.AudioMetaData MetaData { get; }

    /// <summary>The dtype that keeps the stored values as they are; float32 where the format is read in no other.</summary>
    internal abstract ScalarType StoredType { get; }

    /// <summary>
    /// Frames that may be allocated for before any was read: all, where they were counted in the file; fewer, where only a header claims them.
    /// </summary>
    internal abstract long CertainFrames { get; }

    /// <summary>Leaves frames out; called once, before the first read.</summary>
    internal abstract void Skip(long frames);

    /// <summary>Reads the next frames.</summary>
    /// <param name="target">Room for as many frames.</param>
    /// <param name="type">float32 or <see cref="StoredType"/>.</param>
    /// <param name="frames">How many.</param>
    /// <returns>How many there were; fewer than asked for only at the end.</returns>
    internal abstract long Read(byte* target, ScalarType type, long frames);

    public abstract void Dispose();
}
