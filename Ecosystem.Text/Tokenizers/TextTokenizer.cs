using static TorchSharp.torch.nn;

namespace TorchSharp.Transforms.Text;

/// <summary>Something that cuts text into tokens: one text into a row of strings, a batch of texts into a row of rows.</summary>
/// <remarks>
/// All tokenizers may be used by many threads at once. A batch is encoded on all cores and comes back in its own order.
/// Where Python refuses a text that holds half a surrogate pair (<c>UnicodeEncodeError</c>), the half is taken for U+FFFD, as everywhere in .NET.
/// </remarks>
public abstract class TextTokenizer : torchtext.ITransform, IModule<string, string[]>, IModule<IReadOnlyList<string>, string[][]>
{
    private protected TextTokenizer()
    {
    }

    /// <summary>Cuts one text.</summary>
    /// <param name="input">The text.</param>
    /// <returns>Its tokens, in order.</returns>
    public string[] call(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Tokenize(input);
    }

    /// <summary>Cuts every text of a batch, on all cores.</summary>
    /// <param name="input">The texts; none may be null.</param>
    /// <returns>The tokens of each text, in the order of the texts.</returns>
    public string[][] call(IReadOnlyList<string> input) => Batches.Map(input, text => text.Length, (text, _) => Tokenize(text));

    /// <summary>The same as <see cref="call(string)"/>.</summary>
    /// <param name="input">The text.</param>
    public string[] forward(string input) => call(input);

    /// <summary>The same as <see cref="call(IReadOnlyList{string})"/>.</summary>
    /// <param name="input">The texts; none may be null.</param>
    public string[][] forward(IReadOnlyList<string> input) => call(input);

    object torchtext.ITransform.call(object input) => input switch
    {
        string text => call(text),
        IReadOnlyList<string> texts => call(texts),
        _ => throw TransformInput.Refused(this, "a text, or a list of texts", input),
    };

    private protected abstract string[] Tokenize(string text);
}
