namespace TorchSharp;

/// <summary>Tokenizers, vocabularies, word vectors and data sets of text (Python's <c>torchtext</c>).</summary>
public static partial class torchtext
{
}
