using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace Bindings.Tests.Interop;

public class NativeLibrariesTests
{
    [Fact]
    public void A_shim_of_other_sources_is_told_apart()
    {
        Assert.True(NativeLibraries.IsOfTheseSources(NativeLibraries.Load("torchlight")));
        Assert.False(NativeLibraries.IsOfTheseSources(NativeLibrary.GetMainProgramHandle()));
    }
}
