using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Brings tensors of pictures into the shape that files have: rows, columns, channels, as bytes.</summary>
internal static class PictureTensors
{
    /// <summary>A picture, or a grid of pictures with eight in a row.</summary>
    /// <param name="tensor">The picture or pictures.</param>
    /// <param name="dataformats">What its dimensions are, in their order: of N, C, H and W.</param>
    /// <returns>Height x width x channels; the caller's, or its scope's.</returns>
    internal static Tensor ToHwc(Tensor tensor, string dataformats)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        ArgumentNullException.ThrowIfNull(dataformats);
        string format = dataformats.ToUpperInvariant();
        string? wanted = format.Length switch { 2 => "HW", 3 => "HWC", 4 => "NCHW", _ => null };
        if (wanted is null || format.Order().SequenceEqual(wanted.Order()) is false)
        {
            throw new ArgumentException($"'{dataformats}' is no format of pictures; there are HW, CHW, HWC, NCHW and their orders", nameof(dataformats));
        }

        if (tensor.dim() != format.Length)
        {
            throw new ArgumentException($"a picture of format {format} has {format.Length} dimensions, this one has {tensor.dim()}", nameof(tensor));
        }

        Tensor ordered = tensor.permute([.. wanted.Select(letter => (long)format.IndexOf(letter, StringComparison.Ordinal))]);
        return format.Length switch
        {
            2 => ordered.unsqueeze(2).expand(-1, -1, 3),
            3 => ordered.size(2) == 1 ? ordered.expand(-1, -1, 3) : ordered,
            _ => Grid(ordered, 8).permute(1, 2, 0),
        };
    }

    /// <summary>Pictures (N x C x H x W, one or three channels) side by side, in rows: 3 x height x width.</summary>
    internal static Tensor Grid(Tensor pictures, long columns)
    {
        long count = pictures.size(0);
        if (count == 0 || pictures.size(1) is not (1 or 3))
        {
            throw new ArgumentException($"a grid is of pictures with 1 or 3 channels; this is [{string.Join(", ", pictures.shape)}]", nameof(pictures));
        }

        (long height, long width) = (pictures.size(2), pictures.size(3));
        columns = Math.Min(count, columns);
        long rows = (count + columns - 1) / columns;
        Tensor canvas = zeros([3, height * rows, width * columns], pictures.dtype);
        for (long i = 0; i < count; i++)
        {
            using Tensor row = canvas.narrow(1, i / columns * height, height);
            using Tensor place = row.narrow(2, i % columns * width, width);
            place.copy_(pictures[i]);
        }

        return canvas;
    }

    /// <summary>Frames of a video (N x T x C x H x W) with its videos in a grid: T x height x width x channels.</summary>
    internal static Tensor Frames(Tensor video)
    {
        ArgumentNullException.ThrowIfNull(video);
        if (video.dim() != 5)
        {
            throw new ArgumentException($"a video is N x T x C x H x W; this is [{string.Join(", ", video.shape)}]", nameof(video));
        }

        (long count, long time, long channels, long height, long width) = (video.size(0), video.size(1), video.size(2), video.size(3), video.size(4));
        long places = (long)System.Numerics.BitOperations.RoundUpToPowerOf2((ulong)count);
        long rows = 1L << (System.Numerics.BitOperations.Log2((ulong)count) / 2);
        Tensor padded = places == count ? video : cat([video, zeros([places - count, time, channels, height, width], video.dtype)], 0);
        return padded.reshape(rows, places / rows, time, channels, height, width).permute(2, 0, 4, 1, 5, 3)
            .reshape(time, rows * height, places / rows * width, channels);
    }

    /// <summary>The bytes of a picture: bytes as they are, other numbers from 0 to 1 as 0 to 255.</summary>
    internal static byte[] Bytes(Tensor picture)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        Tensor host = picture.detach().cpu();
        Tensor bytes = host.dtype == ScalarType.Byte
            ? host
            : (host.to_type(ScalarType.Float32) * 255f).nan_to_num(0).clamp(0, 255).to_type(ScalarType.Byte);
        return bytes.contiguous().data<byte>().ToArray();
    }
}
