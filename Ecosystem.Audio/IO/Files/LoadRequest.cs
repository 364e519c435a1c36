namespace TorchSharp;

/// <summary>Which part of a sound is wanted, and in what shape: the arguments of <c>load</c>, checked.</summary>
internal readonly record struct LoadRequest
{
    internal LoadRequest(long frame_offset, long num_frames, bool normalize, bool channels_first)
    {
        if (frame_offset < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(frame_offset), frame_offset, "frame_offset has to be 0 or more.");
        }

        if (num_frames is 0 or < -1)
        {
            throw new ArgumentOutOfRangeException(nameof(num_frames), num_frames, "num_frames has to be more than 0, or -1 for all frames.");
        }

        Offset = frame_offset;
        Count = num_frames;
        Normalize = normalize;
        ChannelsFirst = channels_first;
    }

    internal long Offset { get; }

    internal long Count { get; }

    internal bool Normalize { get; }

    internal bool ChannelsFirst { get; }

    /// <summary>How many frames that is in a sound of so many.</summary>
    internal long FramesOf(long total)
    {
        long left = Math.Max(0, total - Offset);
        return Count < 0 ? left : Math.Min(Count, left);
    }
}
