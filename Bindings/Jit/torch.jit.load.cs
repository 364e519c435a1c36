namespace TorchSharp;

public static partial class torch
{
    public static partial class jit
    {
        /// <summary>Loads a file of TorchScript.</summary>
        /// <param name="filename">The file.</param>
        /// <param name="device_type">The kind of device that its tensors go to; default the processor.</param>
        /// <param name="device_index">The device's index; default -1, the current one.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule load(string filename, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            load(filename, new Device(device_type, checked((int)device_index)));

        /// <summary>Loads a file of TorchScript.</summary>
        /// <param name="filename">The file.</param>
        /// <param name="map_location">Where its tensors go, such as <c>cuda:0</c>.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule load(string filename, string map_location) => load(filename, new Device(map_location));

        /// <summary>Loads a file of TorchScript.</summary>
        /// <param name="filename">The file.</param>
        /// <param name="map_location">Where its tensors go; null for where they were saved.</param>
        /// <param name="_extra_files">
        /// Names of files that were saved along, which are filled in; those that the archive lacks, or that are empty, stay as they are.
        /// </param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TorchFileFormatException">The file is no TorchScript, truncated or damaged.</exception>
        /// <exception cref="TorchScriptException">Its code does not compile: it uses an operator that is not loaded.</exception>
        public static ScriptModule load(
            string filename, Device? map_location, IDictionary<string, byte[]>? _extra_files = null) =>
            new(ScriptFile.Load(filename, map_location, _extra_files));

        /// <summary>Loads TorchScript from memory.</summary>
        /// <param name="bytes">The whole file.</param>
        /// <param name="device_type">The kind of device that its tensors go to; default the processor.</param>
        /// <param name="device_index">The device's index; default -1, the current one.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule load(byte[] bytes, DeviceType device_type = DeviceType.CPU, long device_index = -1) =>
            load(bytes, new Device(device_type, checked((int)device_index)));

        /// <summary>Loads TorchScript from memory.</summary>
        /// <param name="bytes">The whole file.</param>
        /// <param name="map_location">Where its tensors go, such as <c>cuda:0</c>.</param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule load(byte[] bytes, string map_location) => load(bytes, new Device(map_location));

        /// <summary>Loads TorchScript from memory.</summary>
        /// <param name="bytes">The whole file.</param>
        /// <param name="map_location">Where its tensors go; null for where they were saved.</param>
        /// <param name="_extra_files">
        /// Names of files that were saved along, which are filled in; those that the archive lacks, or that are empty, stay as they are.
        /// </param>
        /// <inheritdoc cref="load(string, Device, IDictionary{string, byte[]})"/>
        public static ScriptModule load(
            byte[] bytes, Device? map_location, IDictionary<string, byte[]>? _extra_files = null) =>
            new(ScriptFile.Load(bytes, map_location, _extra_files));
    }
}
