namespace Bindings.Tests.Introductions;

/// <summary>A test that needs MNIST's files; skipped with a message where they are absent.</summary>
public sealed class MnistFactAttribute : FactAttribute
{
    public MnistFactAttribute()
    {
        if (!Mnist.IsPresent)
        {
            Skip = "mnist is neither in ../shared/data nor in TORCHLIGHT_TEST_DATA";
        }
    }
}
