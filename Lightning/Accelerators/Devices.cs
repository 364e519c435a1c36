using System.Globalization;

namespace Lightning;

/// <summary>Which devices to use: a number, "auto", -1 for all, or indices ("0,2" or an array).</summary>
public readonly struct Devices
{
    private readonly int[]? _indices;
    private readonly int? _count;

    private Devices(int[]? indices, int? count) => (_indices, _count) = (indices, count);

    /// <summary>A number of devices; -1 means all.</summary>
    public static implicit operator Devices(int count) => count > 0 || count == -1
        ? new(null, count)
        : throw new MisconfigurationException($"devices: {count} is neither a positive number of devices nor -1 for all.");

    /// <summary>The devices of these indices.</summary>
    public static implicit operator Devices(int[] indices) => indices.Length > 0
        ? new(indices, null)
        : throw new MisconfigurationException("devices: the list of indices is empty.");

    /// <summary>"auto", a number, or comma-separated indices.</summary>
    public static implicit operator Devices(string text)
    {
        if (text == "auto")
        {
            return default;
        }

        if (int.TryParse(text, CultureInfo.InvariantCulture, out var count))
        {
            return count;
        }

        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var indices = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out indices[i]))
            {
                throw new MisconfigurationException($"devices: \"{text}\" is neither \"auto\", a number, nor indices such as \"0,1\".");
            }
        }

        return indices;
    }

    /// <summary>Nobody said which.</summary>
    internal bool IsAuto => _indices is null && _count is null;

    /// <summary>The indices of the devices to use, among those that the accelerator has.</summary>
    internal int[] Resolve(Accelerator accelerator)
    {
        if (!accelerator.is_available())
        {
            throw new MisconfigurationException($"accelerator: \"{accelerator.name}\" is not available on this machine with this libtorch. Use \"auto\" or \"cpu\".");
        }

        var present = accelerator.auto_device_count();
        if (_indices is { } indices)
        {
            foreach (var index in indices)
            {
                if (index < 0 || index >= present)
                {
                    throw new MisconfigurationException($"devices: index {index} is not among the {present} {accelerator.name} device(s).");
                }
            }

            return indices;
        }

        // More than one is asked for by number: a program does not become several processes by itself.
        var count = _count switch { null => 1, -1 => present, var given => given.Value };
        if (accelerator is not CpuAccelerator && count > present)
        {
            throw new MisconfigurationException($"devices: {count} were asked for, and there are {present} {accelerator.name} device(s).");
        }

        return [.. Enumerable.Range(0, count)];
    }
}
