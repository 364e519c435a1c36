namespace Torchlight.Testing;

/// <summary>A test that needs a module of Python's; skipped with a message where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    /// <param name="module">The module.</param>
    public PythonFactAttribute(string module = "torch") => Skip = Python.WhyWithout(module);
}
