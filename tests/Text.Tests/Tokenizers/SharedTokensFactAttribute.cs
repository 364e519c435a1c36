namespace Text.Tests.Tokenizers;

/// <summary>A test that needs the real vocabularies and their goldens beside the repository.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTokensFactAttribute : FactAttribute
{
    public SharedTokensFactAttribute()
    {
        if (TokenizerData.Shared is null)
        {
            Skip = "No folder ../shared/data/golden-tokens, and TORCHLIGHT_TEST_DATA names none that has it.";
        }
    }
}
