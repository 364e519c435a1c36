using System.Text;

namespace TorchSharp.Modules;

/// <summary>How the bytes of a file become text: an encoding, and what happens with bytes that it does not know.</summary>
internal sealed class TextDecoding
{
    private const int ShownBytes = 4;

    private readonly Encoding encoding;

    private TextDecoding(Encoding encoding) => this.encoding = encoding;

    /// <summary>By Python's words for <c>open</c>.</summary>
    /// <param name="encoding">UTF-8 if null.</param>
    /// <param name="errors">"strict", "replace" (U+FFFD) or "ignore".</param>
    /// <exception cref="ArgumentException">Another word.</exception>
    public static TextDecoding Create(Encoding? encoding, string errors)
    {
        ArgumentNullException.ThrowIfNull(errors);
        var copy = (Encoding)(encoding ?? Encoding.UTF8).Clone();
        copy.DecoderFallback = errors switch
        {
            "strict" => DecoderFallback.ExceptionFallback,
            "replace" => new DecoderReplacementFallback("\uFFFD"),
            "ignore" => new DecoderReplacementFallback(""),
            _ => throw new ArgumentException($"errors is \"strict\", \"replace\" or \"ignore\", not \"{errors}\".", nameof(errors)),
        };
        return new TextDecoding(copy);
    }

    /// <summary>The bytes that may stand before the text of a whole file to name its encoding; they are no text.</summary>
    public ReadOnlySpan<byte> Preamble => encoding.CodePage == Encoding.UTF8.CodePage ? Encoding.UTF8.Preamble : encoding.Preamble;

    /// <summary>Whether line ends can be found in the bytes: every byte below 128 means its ASCII character, wherever it stands.</summary>
    public bool KeepsAscii => encoding.IsSingleByte || encoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>A stream of the same text in UTF-8; disposing it disposes the other.</summary>
    public Stream Transcode(Stream stream) => Encoding.CreateTranscodingStream(stream, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    /// <summary>The text of some bytes that hold whole characters.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="file">For the message.</param>
    /// <param name="line">For the message: the line where the bytes begin.</param>
    /// <exception cref="TextFileException">They are no text in this encoding.</exception>
    public string Decode(ReadOnlySpan<byte> bytes, string file, long line)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException problem)
        {
            throw Malformed(file, line + LinesBefore(bytes, problem.Index), problem);
        }
    }

    /// <summary>The exception for bytes that are no text.</summary>
    public TextFileException Malformed(string file, long line, DecoderFallbackException problem)
    {
        var shown = problem.BytesUnknown is { Length: > 0 } unknown
            ? " " + string.Join(' ', unknown.Take(ShownBytes).Select(value => $"0x{value:X2}"))
            : "";
        return new TextFileException(
            file, line, $"the bytes{shown} are no text in {encoding.WebName}. Pass the file's own encoding (Encoding.Latin1, say), or errors: \"replace\".", problem);
    }

    private static int LinesBefore(ReadOnlySpan<byte> bytes, int index) => bytes[..Math.Clamp(index, 0, bytes.Length)].Count((byte)'\n');
}
