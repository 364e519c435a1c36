namespace SoundClassification.Sounds;

/// <summary>What draws of sounds need beyond <see cref="Random"/>.</summary>
internal static class RandomExtensions
{
    /// <summary>Uniform between two numbers.</summary>
    public static float Range(this Random dice, float low, float high) => low + ((high - low) * dice.NextSingle());
}
