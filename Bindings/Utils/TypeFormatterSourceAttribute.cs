namespace TorchSharp.Utils;

/// <summary>
/// Names the type that knows how notebooks show a type. .NET Interactive looks attributes of this name up; nothing else has to be referenced.
/// </summary>
/// <param name="formatterSourceType">The type that makes the formatters.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    /// <summary>The type that makes the formatters.</summary>
    public Type FormatterSourceType { get; } = formatterSourceType;
}
