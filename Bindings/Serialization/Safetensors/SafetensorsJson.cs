using System.Text.Json;

namespace TorchSharp;

/// <summary>Reads the JSON in a safetensors file's head.</summary>
internal ref struct SafetensorsJson(byte[] json)
{
    private Utf8JsonReader _reader = new(json);
    private string _at = "";

    /// <exception cref="TorchFileFormatException">It is not such JSON.</exception>
    public (List<SafetensorsEntry> Entries, Dictionary<string, string>? Metadata) Read()
    {
        if (json is not [(byte)'{', ..])
        {
            throw new TorchFileFormatException("the head does not begin with '{'; this is no safetensors file");
        }
        try
        {
            return ReadObject();
        }
        catch (JsonException error)
        {
            throw new TorchFileFormatException($"the head is no valid JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // How the base library says that a text is no valid Unicode.
            throw new TorchFileFormatException("the head holds a text that is not valid Unicode", error);
        }
    }

    private (List<SafetensorsEntry>, Dictionary<string, string>?) ReadObject()
    {
        var entries = new List<SafetensorsEntry>();
        var names = new HashSet<string>();
        Dictionary<string, string>? metadata = null;
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            _at = name;
            if (!names.Add(name))
            {
                throw Malformed("is there twice");
            }
            if (name == SafetensorsHeader.MetadataName)
            {
                metadata = ReadMetadata();
            }
            else
            {
                entries.Add(ReadEntry(name));
            }
        }
        // Only white space may follow.
        _reader.Read();
        return (entries, metadata);
    }

    private Dictionary<string, string> ReadMetadata()
    {
        var metadata = new Dictionary<string, string>();
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } name)
        {
            Expect(JsonTokenType.String);
            metadata[name] = _reader.GetString()!;
        }
        return metadata;
    }

    private SafetensorsEntry ReadEntry(string name)
    {
        SafetensorsType? type = null;
        long[]? shape = null;
        long[]? place = null;
        Expect(JsonTokenType.StartObject);
        while (NextName() is { } property)
        {
            switch (property)
            {
                case "dtype" when type is null:
                    Expect(JsonTokenType.String);
                    type = SafetensorsType.Named(_reader.GetString()!) ?? throw Malformed("has an unknown element type");
                    break;
                case "shape" when shape is null: shape = ReadNumbers(); break;
                case "data_offsets" when place is null: place = ReadNumbers(); break;
                case "dtype" or "shape" or "data_offsets": throw Malformed($"has '{property}' twice");
                default:
                    _reader.Read();
                    _reader.Skip();
                    break;
            }
        }
        return type is not null && shape is not null && place is [var begin, var end] && begin <= end
            ? new SafetensorsEntry(name, type, shape, begin, end)
            : throw Malformed("lacks a dtype, a shape, or data_offsets of two numbers in order");
    }

    private long[] ReadNumbers()
    {
        var numbers = new List<long>();
        Expect(JsonTokenType.StartArray);
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (_reader.TokenType != JsonTokenType.Number || !_reader.TryGetInt64(out var number) || number < 0)
            {
                throw Malformed("has something else than whole numbers from 0 on in its shape or data_offsets");
            }
            numbers.Add(number);
        }
        return [.. numbers];
    }

    private string? NextName() => _reader.Read() && _reader.TokenType == JsonTokenType.PropertyName ? _reader.GetString() : null;

    private void Expect(JsonTokenType token)
    {
        if (!_reader.Read() || _reader.TokenType != token)
        {
            throw Malformed($"has a {_reader.TokenType} where a {token} belongs");
        }
    }

    private readonly TorchFileFormatException Malformed(string what) => new($"the head's entry '{_at}' {what}");
}
