using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads tensors by name from files of every format that has them; the content decides, never the name.</summary>
internal static class WeightsFile
{
    private const int StartLength = 64;

    // Where a checkpoint of a training keeps its model's state.
    private static readonly string[] s_wrappers = ["state_dict", "model_state_dict", "model"];

    // Protocol 2, then torch.save's magic number as a long integer of ten bytes.
    private static ReadOnlySpan<byte> LegacyMagic => [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];

    /// <summary>The format of what a stream that can seek holds from its start. The stream is at its start afterwards.</summary>
    /// <exception cref="TorchFileFormatException">It is a zip archive without end.</exception>
    public static WeightsFormat Recognize(Stream stream)
    {
        Span<byte> buffer = stackalloc byte[StartLength];
        stream.Position = 0;
        ReadOnlySpan<byte> start = buffer[..stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)];
        stream.Position = 0;
        if (start.StartsWith("PK\u0003\u0004"u8))
        {
            return InArchive(stream);
        }
        if (SafetensorsHeader.IsStart(start, stream.Length))
        {
            return WeightsFormat.Safetensors;
        }
        if (start.StartsWith(NpyHeader.Signature))
        {
            return WeightsFormat.Npy;
        }
        if (start is [0x80, _, ..] && start[2..].StartsWith(LegacyMagic))
        {
            return WeightsFormat.Torch;
        }
        return IsIndex(start) ? WeightsFormat.SafetensorsIndex : WeightsFormat.TorchSharp;
    }

    /// <summary>All tensors of a file, on the processor.</summary>
    public static Dictionary<string, Tensor> Read(string path, IProgressBar? progress)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
        try
        {
            var format = Recognize(file);
            if (format is WeightsFormat.Safetensors or WeightsFormat.SafetensorsIndex)
            {
                return safetensors.torch.load_file(path, progress: progress);
            }
            if (format == WeightsFormat.TorchScript)
            {
                return FromScript(() => jit.load(path, CPU));
            }
            if (format == WeightsFormat.Torch)
            {
                return FromGraph(() => serialization.load(path, CPU, progress: progress));
            }
            return Read(progress is null ? file : new ReportingStream(file, progress), format);
        }
        catch (TorchFileFormatException error) when (error.FileName is null)
        {
            throw new TorchFileFormatException(path, error.Message, error) { Global = error.Global };
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
    }

    /// <summary>All tensors of what a stream that can seek holds from its start.</summary>
    public static Dictionary<string, Tensor> Read(Stream stream, WeightsFormat format)
    {
        switch (format)
        {
            case WeightsFormat.Torch: return FromGraph(() => serialization.load(stream, CPU));
            case WeightsFormat.TorchScript: return FromScript(() => jit.load(Whole(stream), CPU));
            case WeightsFormat.Npz:
                using (var archive = np.load_npz(stream))
                {
                    return archive.ReadAll();
                }
            case WeightsFormat.Safetensors:
                using (var tensors = new SafetensorsFile(new StreamBytes(stream), null))
                {
                    return tensors.ReadAll(null);
                }
            case WeightsFormat.SafetensorsIndex:
                throw new TorchFileFormatException("this is the index of safetensors files beside it; load it by its path");
            case WeightsFormat.Npy:
                throw new TorchFileFormatException("this is a single array of NumPy's, which has no name; read it with np.load");
            default: return FromTorchSharp(stream);
        }
    }

    private static WeightsFormat InArchive(Stream stream)
    {
        var names = new ZipArchiveReader(new StreamBytes(stream)).Names.ToList();
        stream.Position = 0;
        return names.Exists(name => name.EndsWith("/constants.pkl", StringComparison.Ordinal)) ? WeightsFormat.TorchScript
            : names.Exists(name => name.EndsWith("/data.pkl", StringComparison.Ordinal)) ? WeightsFormat.Torch
            : names.Exists(name => name.EndsWith(".npy", StringComparison.Ordinal)) ? WeightsFormat.Npz
            : WeightsFormat.Torch;
    }

    // A .dat file may begin with the same character, so a key of the index has to follow.
    private static bool IsIndex(ReadOnlySpan<byte> start) => start is [(byte)'{', ..]
        && start[1..].TrimStart(" \r\n\t"u8) is var rest && (rest.StartsWith("\"metadata\""u8) || rest.StartsWith("\"weight_map\""u8));

    private static Dictionary<string, Tensor> FromTorchSharp(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var state = StateFile.Read(reader);
        return stream.Position == stream.Length
            ? state
            : throw new InvalidDataException(
                $"{stream.Length - stream.Position} bytes follow the last tensor of TorchSharp's .dat; the file is damaged or of another format.");
    }

    private static Dictionary<string, Tensor> FromScript(Func<jit.ScriptModule> load)
    {
        using var noGrad = no_grad();
        using var script = load();
        return script.state_dict().ToDictionary(entry => entry.Key, entry => ops.aten.detach(entry.Value));
    }

    private static byte[] Whole(Stream stream)
    {
        if (stream.Length > Array.MaxLength)
        {
            throw new NotSupportedException($"A TorchScript archive of {stream.Length} bytes is too big for a stream; load it by its path.");
        }
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Dictionary<string, Tensor> FromGraph(Func<object?> load)
    {
        using var scope = NewDisposeScope();
        if (load() is not Dictionary<string, object?> entries)
        {
            throw new TorchFileFormatException("the file holds no tensors by name; read it with torch.serialization.load");
        }
        var wrapper = Array.Find(s_wrappers, name => entries.GetValueOrDefault(name) is Dictionary<string, object?>);
        var state = wrapper is null ? entries : (Dictionary<string, object?>)entries[wrapper]!;
        var tensors = new Dictionary<string, Tensor>(state.Count);
        foreach (var (name, value) in state)
        {
            tensors.Add(name, value as Tensor ?? throw new TorchFileFormatException(
                $"\"{name}\" is {(value is null ? "None" : $"a {value.GetType().Name}")} and no tensor: the file is no state dictionary, nor has it one under "
                + $"{string.Join(" or ", s_wrappers.Select(key => $"\"{key}\""))}; read it with torch.serialization.load"));
        }
        foreach (var tensor in tensors.Values)
        {
            tensor.MoveToOuterDisposeScope();
        }
        return tensors;
    }
}
