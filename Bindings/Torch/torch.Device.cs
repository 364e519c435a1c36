using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lives: a kind of device and, where there are several, an index (Python's torch.device).</summary>
    public sealed class Device : IEquatable<Device>
    {
        /// <summary>Reads a description such as <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>.</summary>
        /// <param name="description">Kind, and index after a colon.</param>
        /// <exception cref="ArgumentException">No such kind, or the index is not a number.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            int colon = description.IndexOf(':', StringComparison.Ordinal);
            type = ParseType(colon < 0 ? description : description[..colon]);
            index = -1;
            if (colon >= 0 && (!int.TryParse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int parsed)
                               || parsed > sbyte.MaxValue))
            {
                throw new ArgumentException($"'{description}' is not a device: what follows the colon has to be an index, as in cuda:0",
                    nameof(description));
            }
            else if (colon >= 0)
            {
                index = int.Parse(description.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }

        /// <summary>Makes a device from the name of its kind and an index.</summary>
        /// <param name="deviceType">Kind, such as <c>cuda</c>.</param>
        /// <param name="index">Index, -1 for the current one.</param>
        public Device(string deviceType, int index = -1)
            : this(ParseType(deviceType), index)
        {
        }

        /// <summary>Makes a device.</summary>
        /// <param name="deviceType">Kind.</param>
        /// <param name="index">Index, -1 for the current one.</param>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The CUDA device of this index.</summary>
        /// <param name="index">Index, from 0.</param>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>The index; -1 for the current device of its kind.</summary>
        public int index { get; }

        /// <summary>Reads a description such as <c>cuda:1</c>.</summary>
        /// <param name="description">Kind, and index after a colon.</param>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc/>
        public override string ToString()
        {
            string name = type.ToString().ToLowerInvariant();
            return index < 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
        }

        /// <inheritdoc/>
        public bool Equals(Device? other) => other is not null && type == other.type && index == other.index;

        /// <inheritdoc/>
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(type, index);

        private static DeviceType ParseType(string name)
        {
            ArgumentNullException.ThrowIfNull(name);
            return Enum.TryParse(name, ignoreCase: true, out DeviceType parsed) && !char.IsDigit(name[0]) && name[0] != '-'
                ? parsed
                : throw new ArgumentException(
                    $"'{name}' is not a kind of device; known are {string.Join(", ", Enum.GetNames<DeviceType>()).ToLowerInvariant()}", nameof(name));
        }
    }
}
