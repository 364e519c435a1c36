using Microsoft.Win32.SafeHandles;

namespace TorchSharp;

/// <summary>The bytes of a file, which several threads may read at once.</summary>
internal sealed class FileBytes : ByteSource
{
    private readonly SafeFileHandle _file;

    public FileBytes(string path)
        : base(path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = RandomAccess.GetLength(_file);
    }

    public override long Length { get; }

    public override bool IsShared => true;

    public override void Dispose() => _file.Dispose();

    protected override int ReadSome(long offset, Span<byte> target) => RandomAccess.Read(_file, target, offset);
}
