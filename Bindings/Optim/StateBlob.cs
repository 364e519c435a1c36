namespace TorchSharp.Modules;

/// <summary>State dictionaries inside a binary stream: a torch file behind its length, so that several can follow one another.</summary>
internal static class StateBlob
{
    public static void Write(BinaryWriter writer, Dictionary<string, object?> state)
    {
        ArgumentNullException.ThrowIfNull(writer);
        using var content = new MemoryStream();
        torch.serialization.save(state, content);
        writer.Write(content.Length);
        writer.Write(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    public static Dictionary<string, object?> Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var length = reader.ReadInt64();
        if (length is < 0 or > int.MaxValue)
        {
            throw new TorchFileFormatException($"the stream holds no optimizer state here (a length of {length} bytes)");
        }
        var bytes = reader.ReadBytes((int)length);
        using var content = new MemoryStream(bytes, writable: false);
        return torch.serialization.load(content, torch.CPU) as Dictionary<string, object?>
            ?? throw new TorchFileFormatException("the stream holds no optimizer state here");
    }
}
