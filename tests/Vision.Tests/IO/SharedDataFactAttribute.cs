namespace Vision.Tests.IO;

/// <summary>A test that needs the real data beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute()
    {
        if (TestData.Shared is null)
        {
            Skip = "No folder ../shared/data, and TORCHLIGHT_TEST_DATA names none.";
        }
    }
}
