namespace Bindings.Tests.Interop;

public class OpenMPWaitingTests
{
    [Fact]
    public void Native_code_sees_how_to_wait()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        TorchSharp.torch.ones(1).Dispose();

        Assert.NotEmpty(NativeEnvironment("OMP_WAIT_POLICY") + NativeEnvironment("GOMP_SPINCOUNT"));
    }

    private static unsafe string NativeEnvironment(string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name + '\0');
        fixed (byte* text = bytes)
        {
            return System.Runtime.InteropServices.Marshal.PtrToStringUTF8(getenv((nint)text)) ?? "";
        }
    }

    [System.Runtime.InteropServices.DllImport("libc")]
    private static extern nint getenv(nint name);
}
