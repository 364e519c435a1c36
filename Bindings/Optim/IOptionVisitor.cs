namespace TorchSharp.Modules;

/// <summary>
/// Walks over the options of a parameter group by their Python names. One description of the options serves for writing a state dictionary, reading
/// one, and taking over defaults.
/// </summary>
public interface IOptionVisitor
{
    /// <summary>A number, such as <c>eps</c>.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field; null for the optimizer's default.</param>
    void Number(string name, ref double? value);

    /// <summary>A whole number, such as <c>max_iter</c>.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field; null for the optimizer's default.</param>
    void Whole(string name, ref long? value);

    /// <summary>A word, such as <c>line_search_fn</c>; null is one of its values.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field.</param>
    void Text(string name, ref string? value);

    /// <summary>A switch, such as <c>amsgrad</c>.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The field; null for the optimizer's default.</param>
    void Flag(string name, ref bool? value);

    /// <summary>Two numbers that Python keeps as one tuple, such as <c>betas</c>.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="first">The first field.</param>
    /// <param name="second">The second field.</param>
    void Pair(string name, ref double? first, ref double? second);

    /// <summary>An option that Python has and that is always the same here, written so that Python finds what it expects.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="value">The value.</param>
    void Constant(string name, object? value);
}
