namespace Audio.Tests.IO;

/// <summary>A test that needs the real sounds beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedSoundFactAttribute : FactAttribute
{
    public SharedSoundFactAttribute()
    {
        if (SoundData.Shared is null)
        {
            Skip = "No folder ../shared/data/speech, and TORCHLIGHT_TEST_DATA names none that has it.";
        }
    }
}
