using System.Text.Json;

namespace TorchSharp.Transforms.Text;

/// <summary>A vocabulary in JSON: one object that gives every token its number.</summary>
internal static class EncoderFile
{
    /// <summary>The numbers of the tokens; of a token that comes twice the last one counts, as in Python.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TokenizerFormatException">It is not UTF-8, not JSON, or not one object of tokens and numbers.</exception>
    public static Dictionary<string, int> Read(string path)
    {
        var file = TextFile.Read(path);
        var encoder = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(file.Bytes.Span);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw Wrong(file, reader, "a vocabulary is one JSON object that gives every token its number");
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var token = reader.GetString()!;
                reader.Read();
                if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var id) || id < 0)
                {
                    throw Wrong(file, reader, $"the token '{token}' must have a whole number from 0 to {int.MaxValue}");
                }

                encoder[token] = id;
            }

            if (reader.Read())
            {
                throw Wrong(file, reader, "something follows the vocabulary");
            }
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw Wrong(file, reader, problem.Message, problem);
        }

        return encoder;
    }

    private static TokenizerFormatException Wrong(TextFile file, in Utf8JsonReader reader, string problem, Exception? cause = null)
    {
        var offset = (int)(cause is JsonException ? reader.BytesConsumed : reader.TokenStartIndex);
        return new TokenizerFormatException(
            file.Path, file.Start + offset, file.Bytes.Span[..offset].Count((byte)'\n') + 1, $"not a vocabulary in JSON: {problem}.", cause);
    }
}
