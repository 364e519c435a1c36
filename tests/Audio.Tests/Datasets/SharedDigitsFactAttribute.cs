using TorchSharp.Audio.Tests;

namespace Audio.Tests.Datasets;

/// <summary>A test that reads the spoken digits beside the repository and is skipped where there are none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDigitsFactAttribute : FactAttribute
{
    public SharedDigitsFactAttribute()
    {
        if (Repository.Data("spoken-digits") is null)
        {
            Skip = "There is no ../shared/data/spoken-digits, and TORCHLIGHT_TEST_DATA names no folder that has it.";
        }
    }
}
