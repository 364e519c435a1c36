namespace Torchlight.Testing;

/// <summary>A theory that needs a module of Python's; skipped with a message where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonTheoryAttribute : TheoryAttribute
{
    /// <param name="module">The module.</param>
    public PythonTheoryAttribute(string module = "torch") => Skip = Python.WhyWithout(module);
}
