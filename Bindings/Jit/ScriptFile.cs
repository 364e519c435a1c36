using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads and writes archives of TorchScript.</summary>
internal static unsafe class ScriptFile
{
    private const string What = "torch.jit.load";
    private const int KeepDevices = -1;

    /// <summary>Reads a file.</summary>
    /// <param name="filename">The file.</param>
    /// <param name="device">Where its tensors go; null for where they were saved.</param>
    /// <param name="extra">Names of extra files, which are filled in; names that the archive lacks stay as they are.</param>
    internal static ScriptHandle Load(string filename, Device? device, IDictionary<string, byte[]>? extra)
    {
        ArgumentException.ThrowIfNullOrEmpty(filename);
        using (FileStream file = File.OpenRead(filename))
        {
            ScriptArchive.Check(file, filename);
        }

        using var path = new Utf8Argument(Path.GetFullPath(filename));
        return Load(path.Pointer, null, 0, filename, device, extra);
    }

    /// <summary>Reads a file that lies in memory.</summary>
    /// <inheritdoc cref="Load(string, Device, IDictionary{string, byte[]})"/>
    internal static ScriptHandle Load(byte[] bytes, Device? device, IDictionary<string, byte[]>? extra)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        using (var stream = new MemoryStream(bytes, writable: false))
        {
            ScriptArchive.Check(stream, null);
        }

        fixed (byte* data = bytes)
        {
            return Load(null, data, bytes.Length, null, device, extra);
        }
    }

    /// <summary>Writes a module.</summary>
    /// <param name="module">The module.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="extra">Extra files by name.</param>
    internal static void Save(jit.ScriptModule module, Stream stream, IReadOnlyDictionary<string, byte[]>? extra)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(stream);
        using SharedHandle.Lease lease = module.Code.Handle.Hold();
        using var files = new ScriptArguments([extra?.ToDictionary(file => file.Key, file => new ScriptArguments.Bytes(file.Value))]);
        GCHandle target = GCHandle.Alloc(stream);
        try
        {
            NativeError.Check(
                NativeMethods.tl_jit_save(lease.Native, files.Items, &Write, GCHandle.ToIntPtr(target), &Release), "torch.jit.save");
        }
        finally
        {
            target.Free();
        }
    }

    private static ScriptHandle Load(
        byte* path, byte* data, long length, string? filename, Device? device, IDictionary<string, byte[]>? extra)
    {
        using var wanted = new ScriptArguments([extra?.Keys.ToArray() ?? []]);
        Value found;
        nint module;
        int status = NativeMethods.tl_jit_load(
            path, data, length, device is null ? KeepDevices : (int)device.type, device?.index ?? -1, wanted.Items, &found, &module);
        if (status is not 0)
        {
            TorchException error = NativeError.Create(status, filename is null ? What : $"{What}(\"{filename}\")");
            // What the archive's checks let pass may still be no program: libtorch's own words say why.
            throw status != (int)NativeStatus.OutOfMemory && device is null or { type: DeviceType.CPU }
                ? new TorchFileFormatException(
                    $"{filename ?? "the bytes"}: no TorchScript that libtorch {NativeLibraries.LibtorchVersion} can read: {error.Message}", error)
                : error;
        }

        Value[] items = found.Items.ToArray();
        for (int i = 0; i + 1 < items.Length; i += 2)
        {
            string name = items[i].TakeString();
            byte[] content = items[i + 1].TakeBytes();
            if (content.Length > 0)
            {
                extra![name] = content;
            }
        }

        found.FreeItems();
        return new ScriptHandle(module);
    }

    [UnmanagedCallersOnly]
    private static void Write(nint context, void* data, long bytes, nint* failure)
    {
        try
        {
            var stream = (Stream)GCHandle.FromIntPtr(context).Target!;
            for (long done = 0; done < bytes; done += int.MaxValue)
            {
                stream.Write(new ReadOnlySpan<byte>((byte*)data + done, (int)Math.Min(bytes - done, int.MaxValue)));
            }
        }
        catch (Exception error)
        {
            // Nothing may be thrown through native code: the exception goes round it, to who saves.
            *failure = GCHandle.ToIntPtr(GCHandle.Alloc(ExceptionDispatchInfo.Capture(error)));
        }
    }

    [UnmanagedCallersOnly]
    private static void Release(nint handle) => GCHandle.FromIntPtr(handle).Free();
}
