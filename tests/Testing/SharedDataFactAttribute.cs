namespace Torchlight.Testing;

/// <summary>A test that reads real data beside the repository and is skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    /// <param name="name">The file or folder under <c>shared/data</c>.</param>
    public SharedDataFactAttribute(string name)
    {
        if (Repository.Data(name) is null)
        {
            Skip = $"There is no ../shared/data/{name}, and TORCHLIGHT_TEST_DATA names no folder that has it.";
        }
    }
}
