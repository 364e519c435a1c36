namespace TorchSharp.Transforms.Text;

/// <summary>What the byte-level tokenizers tell apart.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Neither of the others: punctuation, symbols, marks, controls.</summary>
    Other,

    /// <summary>Unicode's L.</summary>
    Letter,

    /// <summary>Unicode's N.</summary>
    Number,

    /// <summary>The six white spaces of ASCII. Those of Unicode are <see cref="Other"/>, as they are in upstream's regular expressions.</summary>
    Space,

    /// <summary>Half of a pair; the pair as a whole must be looked up.</summary>
    Surrogate,
}
