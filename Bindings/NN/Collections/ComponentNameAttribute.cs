namespace TorchSharp.Utils;

/// <summary>
/// Names the component that <c>RegisterComponents</c> finds in a field, where the field's own name is not the one wanted in the state dictionary.
/// </summary>
[AttributeUsage(AttributeTargets.Field)]
public sealed class ComponentNameAttribute : Attribute
{
    /// <summary>The name of the component in state dictionaries; while it is empty, the field's own name stands.</summary>
    public string Name { get; set; } = "";
}
