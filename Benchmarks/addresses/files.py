"""A country as files: in the columns of the BAN (CSV), and as the documents that addok imports (one JSON per line)."""

import csv
import json
import math
import re

from .french import plain

COLUMNS = (
    "id;id_fantoir;numero;rep;nom_voie;code_postal;code_insee;nom_commune;code_insee_ancienne_commune;nom_ancienne_commune;x;y;lon;lat;"
    "type_position;alias;nom_ld;libelle_acheminement;nom_afnor;source_position;source_nom_voie;certification_commune;cad_parcelles").split(";")


def place(street, index):
    return round(street.lon + index * 5e-5, 6), round(street.lat + index * 3e-5, 6)


def door_id(street, number, suffix):
    return f"{street.id}_{number:05}" + (f"_{suffix}" if suffix else "")


def write_csv(country, path):
    with open(path, "w", newline="") as file:
        table = csv.writer(file, delimiter=";", lineterminator="\n")
        table.writerow(COLUMNS)
        for street in country.streets:
            town = street.town
            for index, (number, suffix, _) in enumerate(street.doors):
                lon, lat = place(street, index)
                table.writerow([
                    door_id(street, number, suffix), "", number, suffix, street.name, town.postcode, town.insee, town.name, "", "", "", "",
                    lon, lat, "entrée", street.alias, street.locality, town.name.upper(), "", "commune", "commune", 1, ""])


def write_documents(country, path):
    """As addok's own recipes do for the BAN: a document per street with its numbers, per lieu-dit, per commune; importance by size."""
    with open(path, "w") as file:
        for town in country.towns:
            common = {"postcode": town.postcode, "citycode": town.insee, "city": town.name}
            write(file, id=town.insee, type="municipality", name=town.name, lat=town.lat, lon=town.lon, **common,
                  importance=importance(town.size), population=town.size * 2)
            for locality in sorted({street.locality for street in town.streets} - {""}):
                write(file, id=f"{town.insee}_{plain(locality)}", type="locality", name=locality, lat=town.lat, lon=town.lon, **common,
                      importance=0.05)
            for street in town.streets:
                doors = {}
                for index, (number, suffix, _) in enumerate(street.doors):
                    lon, lat = place(street, index)
                    doors[f"{number} {suffix}".strip()] = {"lat": lat, "lon": lon, "id": door_id(street, number, suffix)}
                is_way = re.match("(Le|La|Les|Hameau) ", street.name) is None
                write(file, id=street.id, type="street" if is_way else "locality", lat=street.lat, lon=street.lon, **common,
                      name=[street.name, street.alias] if street.alias else street.name, importance=importance(len(street.doors)),
                      housenumbers=doors)


def write(file, **document):
    file.write(json.dumps(document, ensure_ascii=False) + "\n")


def importance(doors):
    return round(min(1, math.log(1 + doors, 2) / 17), 4)
