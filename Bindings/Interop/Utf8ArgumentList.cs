using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>A list of strings as UTF-8 for one call: the tagged values and, behind them, the bytes, in one native block.</summary>
internal unsafe ref struct Utf8ArgumentList
{
    /// <param name="texts">The strings.</param>
    /// <param name="qualifier">What is put before each: the names of dimensions are symbols of a namespace.</param>
    /// <exception cref="ArgumentNullException">One of the strings is null.</exception>
    internal Utf8ArgumentList(ReadOnlySpan<string> texts, string qualifier = "")
    {
        int bytes = 0;
        foreach (string text in texts)
        {
            ArgumentNullException.ThrowIfNull(text, nameof(texts));
            bytes += Encoding.UTF8.GetByteCount(qualifier) + Encoding.UTF8.GetByteCount(text);
        }

        // One byte more, so that an empty text has an address too: a null one would mean None.
        Items = (Value*)NativeMemory.Alloc((nuint)((texts.Length * sizeof(Value)) + bytes + 1));
        Length = texts.Length;
        byte* next = (byte*)(Items + texts.Length);
        for (int i = 0; i < texts.Length; i++)
        {
            int written = Encoding.UTF8.GetBytes(qualifier, new Span<byte>(next, bytes));
            written += Encoding.UTF8.GetBytes(texts[i], new Span<byte>(next + written, bytes - written));
            Items[i] = Value.OfString(next, written);
            next += written;
            bytes -= written;
        }
    }

    internal Value* Items { get; private set; }

    internal int Length { get; }

    public void Dispose()
    {
        NativeMemory.Free(Items);
        Items = null;
    }
}
